#pragma once
#include <string>
#include <utility>

#include "json/value.hpp"

namespace caicach
{

/// The detail of an audit line that tells a change: `{"before":{…},"after":{…}}`, each with the
/// fields that differ. What begins has no `before`, what ends no `after`: hand in null there.
/// Never a person's data, which could not be erased from the chain: of those only which fields
/// changed, `{"changed":["name"]}` (docs/decisions/0019-audit-rows.md).
[[nodiscard]] std::string change_detail(json::Value before, json::Value after);
[[nodiscard]] inline std::string beginning_detail(json::Value after)
{
    return change_detail({}, std::move(after));
}
[[nodiscard]] inline std::string ending_detail(json::Value before)
{
    return change_detail(std::move(before), {});
}

}  // namespace caicach
