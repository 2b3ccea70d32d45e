#include "report/module.hpp"

#include "report/form/form_handlers.hpp"
#include "report/messages.hpp"
#include "report/migrations.hpp"
#include "report/permissions.hpp"
#include "report/personal_data.hpp"

namespace caicach::report
{

Module module()
{
    Module module("report");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    module.permission(see_forms);
    module.permission(design_forms);
    add_forms(module);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::report
