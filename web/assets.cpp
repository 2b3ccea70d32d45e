#include "web/assets.hpp"

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

std::string_view asset_url(std::string_view name)
{
    for (const auto& asset : assets())
        if (asset.name == name) return asset.path;
    VERIFY(false && "a page asks for an asset that the build does not make");
    return {};
}

}  // namespace caicach::web
