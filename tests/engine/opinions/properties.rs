//! Properties of the second opinions over random inputs.
