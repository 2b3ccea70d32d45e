#pragma once

namespace caicach::crypto
{

/// libsodium wants this before anything else; cheap after the first time.
void ensure_sodium();

}  // namespace caicach::crypto
