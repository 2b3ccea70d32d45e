#include "web/assets.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace caicach::web
{

const Asset* asset_at(std::string_view path)
{
    const auto all = assets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Asset& asset) { return asset.path == path; });
    return found == all.end() ? nullptr : &*found;
}

std::string_view asset_url(std::string_view name)
{
    const auto all = assets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Asset& asset) { return asset.name == name; });
    VERIFY(found != all.end());
    return found->path;
}

}  // namespace caicach::web
