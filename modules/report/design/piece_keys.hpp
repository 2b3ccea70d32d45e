#pragma once
#include <set>
#include <string>
#include <string_view>

#include "json/value.hpp"
#include "report/form/definition.hpp"

/// Keys of what people add to a form, made of their words. Pure.
namespace caicach::report
{

using Keys = std::set<std::string, std::less<>>;

/// Of all sections and parts.
[[nodiscard]] Keys keys_in(const Definition& definition);
/// "Tin, bài đã đăng" becomes "tin_bai_da_dang", or with a number where that is taken; it is taken
/// from then on.
[[nodiscard]] std::string key_for(std::string_view words, Keys& taken);
/// A table, as forms are kept, whose columns all have keys.
[[nodiscard]] json::Value with_column_keys(json::Value table);

}  // namespace caicach::report
