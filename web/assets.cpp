#include "web/assets.hpp"

#include <algorithm>
#include <string_view>

#include "base/result.hpp"

namespace caicach::web
{

const Asset* asset_at(std::string_view path)
{
    for (const auto& asset : assets())
        if (asset.path == path) return &asset;
    return nullptr;
}

const Asset& asset_named(std::string_view name)
{
    const auto all = assets();
    const auto found = std::ranges::find(all, name, &Asset::name);
    VERIFY(found != all.end() && "a page asks for an asset that the build does not make");
    return *found;
}

std::string_view asset_url(std::string_view name) { return asset_named(name).path; }

}  // namespace caicach::web
