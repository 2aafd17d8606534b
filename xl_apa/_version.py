"""The program's version, where every module can read it without loading anything else."""

__version__ = "0.1.0"
