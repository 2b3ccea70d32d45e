#include "evidence/module.hpp"

#include "evidence/agency_uses.hpp"
#include "evidence/messages.hpp"
#include "evidence/migrations.hpp"

namespace caicach::evidence
{

Module module()
{
    Module module("evidence");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    module.on<organisation::AgencyUsesAsked>(tell_uses);
    return module;
}

}  // namespace caicach::evidence
