#include "report/module.hpp"

#include "report/filling/filling_handlers.hpp"
#include "report/flow/flow_handlers.hpp"
#include "report/form/form_handlers.hpp"
#include "report/messages.hpp"
#include "report/migrations.hpp"
#include "report/period/due_recount.hpp"
#include "report/period/open_job.hpp"
#include "report/period/period_handlers.hpp"
#include "report/permissions.hpp"
#include "report/personal_data.hpp"
#include "report/report_handlers.hpp"

namespace caicach::report
{

Module module()
{
    Module module("report");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    for (const auto* permission :
         {&see_forms, &design_forms, &see_reports, &fill_reports, &submit_reports,
          &sign_off_reports, &check_reports, &approve_reports, &unlock_reports, &open_reports})
        module.permission(*permission);
    add_forms(module);
    add_open_job(module);
    add_due_recount(module);
    add_period_opening(module);
    add_reports(module);
    add_filling(module);
    add_flow(module);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::report
