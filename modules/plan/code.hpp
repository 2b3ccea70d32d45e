#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace caicach::plan
{

/// Keys are never shown: what stands for one in an address or an anchor is a short hash of it.
/// `kind` keeps the codes of different things apart ("plan.item", "plan.edit").
[[nodiscard]] std::string code_of(std::string_view kind, std::int64_t key);
/// Of the item through all editions: what Item::code() says.
[[nodiscard]] std::string item_code(std::int64_t lineage);
/// The same for what has no key of its own.
[[nodiscard]] std::string code_of(std::string_view text);

}  // namespace caicach::plan
