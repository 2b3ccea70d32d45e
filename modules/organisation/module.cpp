#include "organisation/module.hpp"

#include "manifest/public_pages.hpp"
#include "organisation/agency_handlers.hpp"
#include "organisation/agency_list_handlers.hpp"
#include "organisation/agency_tree_handlers.hpp"
#include "organisation/audited.hpp"
#include "organisation/calendar/calendar_handlers.hpp"
#include "organisation/contact_handlers.hpp"
#include "organisation/group_handlers.hpp"
#include "organisation/import_handlers.hpp"
#include "organisation/messages.hpp"
#include "organisation/migrations.hpp"
#include "organisation/official_code_handlers.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "organisation/reorganisation_handlers.hpp"

namespace caicach::organisation
{
namespace
{

/// Hears PublicPagesAsked.
Result<void> add_directory_page(Context& /*context*/, database::Transaction& /*transaction*/,
                                const PublicPagesAsked& asked)
{
    asked.pages->push_back(
        {.title = "Danh mục cơ quan, địa chỉ, đường dây nóng", .path = agencies_path()});
    return {};
}

}  // namespace

Module module()
{
    Module module("organisation");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    module.permission(manage_agencies);
    module.permission(manage_groups);
    module.permission(import_agencies);
    module.menu({.text = "Cơ quan", .path = "/co-quan", .order = 60});

    const auto managers = http::Access::holder_of(manage_agencies.key);
    module.get("/co-quan", http::Access::anyone, show_agencies);
    module.get("/co-quan/danh-muc.csv", http::Access::anyone, export_agencies_csv);
    module.get("/co-quan/danh-muc.xlsx", http::Access::anyone, export_agencies_xlsx);
    module.get("/co-quan/cay", http::Access::anyone, show_agency_tree);
    module.get("/co-quan/{agency}", http::Access::anyone, show_agency);
    module.get("/co-quan/them-moi", managers, show_new_agency);
    module.post("/co-quan", managers, post_agency);
    module.post("/co-quan/ten-goi-khac", managers, post_alias);
    module.post("/co-quan/lien-he", managers, post_contact);
    module.post("/co-quan/lien-he/thoi-dung", managers, post_contact_ending);
    module.post("/co-quan/ma-so", managers, post_official_code);
    module.post("/co-quan/ma-so/thoi-dung", managers, post_official_code_ending);
    module.get("/co-quan/sap-xep", http::Access::anyone, show_reorganisations);
    module.get("/co-quan/sap-xep/moi", managers, show_new_reorganisation);
    module.post("/co-quan/sap-xep", managers, post_reorganisation);
    add_groups(module);
    add_imports(module);
    add_calendar(module);
    add_audited(module);
    module.on<PublicPagesAsked>(add_directory_page);
    return module;
}

}  // namespace caicach::organisation
