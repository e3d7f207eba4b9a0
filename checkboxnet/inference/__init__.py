"""From logits to answers: ONNX Runtime, torch, probabilities, threads."""
