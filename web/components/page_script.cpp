#include "web/components/page_script.hpp"

#include "web/assets.hpp"

namespace caicach::web
{

void page_script(html::Writer& out, std::string_view name)
{
    out({"<script defer src=\"", asset_url(name), "\"></script>"});
}

}  // namespace caicach::web
