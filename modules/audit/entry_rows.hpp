#pragma once
#include "audit/api.hpp"
#include "database/row.hpp"

namespace caicach::audit
{

[[nodiscard]] Entry read_entry(const database::Row& row);

}  // namespace caicach::audit
