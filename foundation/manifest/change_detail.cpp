#include "manifest/change_detail.hpp"

#include <utility>

namespace caicach
{

std::string change_detail(json::Value before, json::Value after)
{
    auto detail = json::Value::object();
    if (!before.is_null()) detail.set("before", std::move(before));
    if (!after.is_null()) detail.set("after", std::move(after));
    return json::dump(detail);
}

}  // namespace caicach
