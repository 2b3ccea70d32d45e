#include "plan/paths.hpp"

namespace caicach::plan
{

std::string item_anchor(const Item& item) { return "muc-" + item.code(); }

std::string item_path(const Edition& edition, const Item& item)
{
    return plan_path(edition) + "#" + item_anchor(item);
}

}  // namespace caicach::plan
