#pragma once
#include <string>

#include "base/result.hpp"
#include "http/request.hpp"

namespace caicach::http
{

/// All bytes of a file that arrived. Ask first whether it is as small as it must be.
[[nodiscard]] Result<std::string> bytes_of(const UploadedFile& file);

}  // namespace caicach::http
