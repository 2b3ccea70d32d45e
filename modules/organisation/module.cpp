#include "organisation/module.hpp"

#include "organisation/messages.hpp"
#include "organisation/migrations.hpp"
#include "organisation/permissions.hpp"

namespace caicach::organisation
{

Module module()
{
    Module module("organisation");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    module.permission(manage_agencies);
    return module;
}

}  // namespace caicach::organisation
