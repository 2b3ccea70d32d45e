#include "report/aggregate/collector_views.hpp"

#include "report/paths.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{

void collector_links(html::Writer& out, const Collectors& collectors, const std::string& path)
{
    if (collectors.all.size() < 2) return;
    std::vector<std::string> paths;
    paths.reserve(collectors.all.size());
    for (const auto& one : collectors.all) paths.push_back(of_collector(path, one.slug));
    std::vector<web::Tab> tabs;
    tabs.reserve(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i)
        tabs.push_back({.text = collectors.all[i].name,
                        .path = paths[i],
                        .is_current = collectors.all[i].id == collectors.chosen.id});
    web::tabs(out, "Nơi nhận báo cáo", tabs);
}

}  // namespace caicach::report
