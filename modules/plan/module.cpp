#include "plan/module.hpp"

#include <memory>

#include "plan/agency_uses.hpp"
#include "plan/api_handlers.hpp"
#include "plan/audited.hpp"
#include "plan/checks.hpp"
#include "plan/citation_handlers.hpp"
#include "plan/draft_access.hpp"
#include "plan/export_handlers.hpp"
#include "plan/messages.hpp"
#include "plan/migrations.hpp"
#include "plan/permissions.hpp"
#include "plan/public_handlers.hpp"
#include "plan/read_job.hpp"
#include "plan/review_routes.hpp"
#include "plan/schemas.hpp"

namespace caicach::plan
{
namespace
{

using http::Access;

void add_public_pages(Module& module)
{
    module.on<PublicPagesAsked>(add_plans_in_force);
    module.get("/ke-hoach", Access::anyone, show_plans);
    module.get("/van-ban-vien-dan", Access::anyone, show_citations);
    // Shared: the route's handler may be copied, the cache is one.
    const auto cache = std::make_shared<InForceCache>();
    module.get("/ke-hoach/{plan}", Access::anyone,
               [cache](Context& context, const http::Request& request) {
                   return show_plan(context, request, *cache);
               });
    module.get("/ke-hoach/{plan}/muc.csv", Access::anyone, export_csv);
    module.get("/ke-hoach/{plan}/muc.xlsx", Access::anyone, export_xlsx);
    module.get("/ke-hoach/{plan}/muc.json", Access::anyone, export_json);
    module.get("/ke-hoach/{plan}/muc.ics", Access::anyone, export_ics);
}

void add_api(Module& module)
{
    constexpr TokenScope scope{"plan.read", "Xem kế hoạch", {read_drafts.key}};
    module.token_scope(scope);
    module.get("/api/v1/plans", Access::anyone, list_plans,
               {.summary = "Plans in force, newest first, a page at a time",
                .query = plans_query,
                .answer = "PlanList",
                .scope = scope.key});
    module.get("/api/v1/plans/{plan}", Access::anyone, get_plan,
               {.summary = "One plan in force by its public code",
                .answer = "PlanWhole",
                .scope = scope.key});
    module.get(
        "/api/v1/plans/{plan}/items", Access::anyone, list_plan_items,
        {.summary = "The items of a plan in force in the order of the document, a page at a time",
         .query = items_query,
         .answer = "ItemList",
         .scope = scope.key});
    for (const auto& schema : schemas::all) module.schema({schema.name, schema.text});
}

}  // namespace

Module module()
{
    Module module{"plan"};
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    for (const auto* permission : {&review_plans, &put_plans_in_force, &read_drafts}) {
        module.permission(*permission);
    }
    add_public_pages(module);
    add_review_pages(module);
    add_api(module);
    add_audited(module);
    module.menu({.text = "Kế hoạch", .path = "/ke-hoach", .order = 10});
    module.on<attachment::FileAsked>(answer_for_file);
    module.on<organisation::AgencyUsesAsked>(tell_uses);
    // One scan at a time: recognition itself runs on all cores.
    module.job(read_job_kind, {.attempts_max = 3, .running_max = 1}, run_reading);
    module.check({"plan.search", "Tìm kiếm ra mọi mục đang thực hiện", check_search});
    module.check({"plan.agencies", "Cơ quan của mọi mục đều có trong danh mục", check_agencies});
    return module;
}

}  // namespace caicach::plan
