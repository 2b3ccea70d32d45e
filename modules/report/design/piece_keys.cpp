#include "report/design/piece_keys.hpp"

#include <algorithm>
#include <utility>

#include "report/form/form_key.hpp"
#include "text/slug.hpp"

namespace caicach::report
{

using json::Value;

Keys keys_in(const Definition& definition)
{
    Keys keys;
    for (const auto& one : definition.sections) {
        keys.insert(one.key);
        for (const auto& part : one.parts) keys.insert(key_of(part));
    }
    return keys;
}

std::string key_for(std::string_view words, Keys& taken)
{
    constexpr std::size_t length_max = 40;
    auto key = text::slug(words, length_max);
    std::ranges::replace(key, '-', '_');
    if (!is_form_key(key)) key = "o_" + key;
    auto one = key;
    for (int number = 2; taken.contains(one); ++number) one = key + "_" + std::to_string(number);
    taken.insert(one);
    return one;
}

Value with_column_keys(Value table)
{
    Keys taken;
    for (const auto& one : table["columns"].elements())
        if (!one["key"].as_string().empty()) taken.emplace(one["key"].as_string());
    auto columns = Value::array();
    for (const auto& one : table["columns"].elements()) {
        auto column = one;
        if (one["key"].as_string().empty())
            column.set("key", key_for(one["text"].as_string(), taken));
        columns.push(std::move(column));
    }
    if (!columns.elements().empty()) table.set("columns", std::move(columns));
    return table;
}

}  // namespace caicach::report
