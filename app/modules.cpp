#include "app/modules.hpp"

#include <utility>

#include "app/messages.hpp"
#include "app/openapi.hpp"
#include "attachment/module.hpp"
#include "audit/module.hpp"
#include "channel/module.hpp"
#include "evidence/module.hpp"
#include "identity/module.hpp"
#include "newsroom/module.hpp"
#include "notification/module.hpp"
#include "obligation/module.hpp"
#include "organisation/module.hpp"
#include "outgoing/module.hpp"
#include "personal_data/module.hpp"
#include "plan/module.hpp"
#include "report/module.hpp"

namespace caicach::app
{

std::vector<Module> all_modules()
{
    std::vector<Module> modules;
    modules.push_back(organisation::module());
    modules.push_back(identity::module());
    modules.push_back(audit::module());
    modules.push_back(personal_data::module());
    modules.push_back(attachment::module());
    modules.push_back(notification::module());
    modules.push_back(outgoing::module());
    modules.push_back(evidence::module());
    modules.push_back(plan::module());
    modules.push_back(obligation::module());
    modules.push_back(report::module());
    modules.push_back(newsroom::module());
    modules.push_back(channel::module());
    auto own = openapi_module(modules);
    own.audits({"backup.created", "sao lưu dữ liệu"});
    own.audits({"backup.restored", "khôi phục dữ liệu từ bản sao lưu"});
    own.audits_about({"backup", "bản sao lưu", {}});
    modules.push_back(std::move(own));
    return modules;
}

std::vector<http::Route> routes_of(const std::vector<Module>& modules)
{
    std::vector<http::Route> routes;
    for (const auto& module : modules) {
        routes.insert(routes.end(), module.routes().begin(), module.routes().end());
    }
    return routes;
}

std::vector<std::string_view> foundation_messages()
{
    std::vector<std::string_view> texts;
    texts.reserve(std::size(messages::all));
    for (const auto& file : messages::all) texts.push_back(file.text);
    return texts;
}

}  // namespace caicach::app
