"""Work that is spread over many machines."""
