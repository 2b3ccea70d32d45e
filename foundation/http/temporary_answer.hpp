#pragma once
#include <string>

#include "http/response.hpp"
#include "http/temporary_file.hpp"

namespace caicach::http
{

/// Sends what a temporary file holds, piece by piece; it is gone when all is sent, or the reader
/// is.
[[nodiscard]] Response temporary_answer(TemporaryFile file, std::string type);

}  // namespace caicach::http
