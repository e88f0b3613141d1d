"""What does a document promise? Reads documents and finds candidates for policies and targets, which a person decides on."""
