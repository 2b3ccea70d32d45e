#include "report/module.hpp"

#include "report/aggregate/aggregate_handlers.hpp"
#include "report/api_handlers.hpp"
#include "report/checks.hpp"
#include "report/filling/filling_handlers.hpp"
#include "report/flow/flow_handlers.hpp"
#include "report/form/form_handlers.hpp"
#include "report/messages.hpp"
#include "report/migrations.hpp"
#include "report/paper/paper_handlers.hpp"
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
          &sign_off_reports, &check_reports, &approve_reports, &unlock_reports, &open_reports,
          &aggregate_reports})
        module.permission(*permission);
    add_forms(module);
    add_open_job(module);
    add_due_recount(module);
    add_period_opening(module);
    add_reports(module);
    add_filling(module);
    add_flow(module);
    add_api(module);
    add_paper(module);
    add_aggregates(module);
    add_personal_data(module);
    module.check({"report.snapshots", "Báo cáo đã gửi khớp với biên nhận, nối với lần gửi trước",
                  check_snapshots});
    module.check(
        {"report.values", "Số liệu báo cáo đang có hiệu lực khớp với lần gửi", check_values});
    module.audits({"report.values.renewed", "lấy lại số liệu báo cáo từ lần gửi"});
    module.audits_about({"report.values", "số liệu báo cáo đang có hiệu lực", {}});
    return module;
}

}  // namespace caicach::report
