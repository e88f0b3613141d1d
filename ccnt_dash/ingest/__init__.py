"""What does a document promise? Finds candidates for policies and targets, which a person decides on."""
