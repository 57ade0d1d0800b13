"""`python -m osint_kit` is `osint-kit`."""

from osint_kit.cli import main

if __name__ == "__main__":
    main()
