#include "report/module.hpp"

#include "report/messages.hpp"

namespace caicach::report
{

Module module()
{
    Module module("report");
    module.messages(messages::vi);
    return module;
}

}  // namespace caicach::report
