"""`python -m checkboxnet`."""

from checkboxnet.cli import main

main()
