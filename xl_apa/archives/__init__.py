"""Files in .zip files and in mails: listed, and read out of there without being unpacked into any folder."""
