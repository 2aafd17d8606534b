"""Everything else is in setup.cfg; it cannot say that a folder beside the package belongs into it."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["xl_apa*"]), "xl_apa.macros"], package_dir={"xl_apa.macros": "macros"})
