#pragma once
#include <memory>

#include "base/result.hpp"
#include "database/database.hpp"
#include "database/session.hpp"

namespace caicach::database::sqlite
{

Result<std::unique_ptr<Backend>> open(const Options& options);

}  // namespace caicach::database::sqlite
