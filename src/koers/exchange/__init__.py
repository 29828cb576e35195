"""The outside world, one folder per counterpart: files and messages in and out, turned into acts."""
