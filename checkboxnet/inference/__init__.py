"""Running the network: ONNX Runtime, torch, and probabilities from logits."""
