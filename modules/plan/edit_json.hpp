#pragma once
#include <string>
#include <string_view>

#include "plan/edit_store.hpp"

/// What a step of review keeps to be undone ↔ the JSON of its row. Only our own rows are read.
namespace caicach::plan
{

[[nodiscard]] std::string before_text(const Edit& edit);
void read_before(Edit& edit, std::string_view text);
/// For the history, which shows nothing else of it.
void read_differences(Edit& edit, std::string_view text);

}  // namespace caicach::plan
