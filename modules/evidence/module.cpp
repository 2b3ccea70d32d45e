#include "evidence/module.hpp"

#include "evidence/messages.hpp"
#include "evidence/migrations.hpp"

namespace caicach::evidence
{

Module module()
{
    Module module("evidence");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    return module;
}

}  // namespace caicach::evidence
