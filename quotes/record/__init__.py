"""What adds up over documents."""
