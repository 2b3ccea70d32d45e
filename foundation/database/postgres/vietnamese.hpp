#pragma once
#include <string>

namespace caicach::database::postgres
{

/// Statements that give a schema the collation `vi` and the function `fold`, so that one SQL text
/// serves both databases.
[[nodiscard]] std::string vietnamese_setup();

}  // namespace caicach::database::postgres
