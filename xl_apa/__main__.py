"""`python -m xl_apa`, where the command `xl-apa` is not on the path."""

import sys

from xl_apa.cli import main

sys.exit(main())
