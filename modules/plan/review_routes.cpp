#include "plan/review_routes.hpp"

#include "plan/change_handlers.hpp"
#include "plan/document_handlers.hpp"
#include "plan/draft_handlers.hpp"
#include "plan/in_force_handlers.hpp"
#include "plan/item_handlers.hpp"
#include "plan/limits.hpp"
#include "plan/permissions.hpp"
#include "plan/review_handlers.hpp"

namespace caicach::plan
{
namespace
{

constexpr auto may_read = http::Access::holder_of(read_drafts.key);
constexpr auto may_review = http::Access::holder_of(review_plans.key);
constexpr auto may_put_in_force = http::Access::holder_of(put_plans_in_force.key);

constexpr int upload_seconds = 600;

void add_drafts(Module& module)
{
    module.get("/soan-ke-hoach", may_read, show_drafts);
    module.post("/soan-ke-hoach", may_review, create_draft,
                {.limits = {.upload_bytes = limits::upload_bytes, .seconds = upload_seconds}});
    module.get("/soan-ke-hoach/{plan}", may_read, show_draft);
    module.get("/soan-ke-hoach/{plan}/tien-do", may_read, show_reading);
    module.post("/soan-ke-hoach/{plan}/tien-do", may_review, create_reading);
    module.get("/soan-ke-hoach/{plan}/bo", may_review, confirm_discard);
    module.post("/soan-ke-hoach/{plan}/bo", may_review, create_discard);
    module.get("/soan-ke-hoach/{plan}/lich-su", may_read, show_history);
}

void add_items(Module& module)
{
    module.get("/soan-ke-hoach/{plan}/muc-moi", may_review, show_new_item);
    module.post("/soan-ke-hoach/{plan}/muc-moi", may_review, create_item);
    module.get("/soan-ke-hoach/{plan}/muc/{item}", may_review, show_item);
    module.post("/soan-ke-hoach/{plan}/muc/{item}", may_review, save_item);
    module.post("/soan-ke-hoach/{plan}/muc/{item}/xac-nhan", may_review, create_confirmation);
    module.get("/soan-ke-hoach/{plan}/muc/{item}/tach", may_review, show_split);
    module.post("/soan-ke-hoach/{plan}/muc/{item}/tach", may_review, create_split);
    module.post("/soan-ke-hoach/{plan}/muc/{item}/gop", may_review, create_merge);
    module.post("/soan-ke-hoach/{plan}/muc/{item}/xoa", may_review, create_removal);
    module.post("/soan-ke-hoach/{plan}/muc/{item}/khoi-phuc", may_review, create_restoration);
    module.post("/soan-ke-hoach/{plan}/dong/{line}", may_review, settle_line);
    module.post("/soan-ke-hoach/{plan}/hoan-tac", may_review, create_undo);
    module.get("/soan-ke-hoach/{plan}/ten-goi", may_review, show_name);
    module.post("/soan-ke-hoach/{plan}/ten-goi", may_review, identify_name);
}

void add_document(Module& module)
{
    module.get("/soan-ke-hoach/{plan}/can-xu-ly", may_read, show_attention);
    module.get("/soan-ke-hoach/{plan}/van-ban", may_review, show_document);
    module.post("/soan-ke-hoach/{plan}/van-ban", may_review, save_document);
    module.post("/soan-ke-hoach/{plan}/luu-y", may_review, settle_note);
    module.get("/soan-ke-hoach/{plan}/thay-doi", may_read, show_changes);
    module.post("/soan-ke-hoach/{plan}/thay-doi", may_review, accept_changes);
    module.post("/soan-ke-hoach/{plan}/thay-doi/{change}/chap-nhan", may_review, accept_change);
    module.post("/soan-ke-hoach/{plan}/thay-doi/{change}/tu-choi", may_review, refuse_change);
    module.post("/soan-ke-hoach/{plan}/thay-doi/{change}/xem-lai", may_review, reopen_change);
    module.get("/soan-ke-hoach/{plan}/thuc-hien", may_put_in_force, confirm_in_force);
    module.post("/soan-ke-hoach/{plan}/thuc-hien", may_put_in_force, create_in_force);
}

}  // namespace

void add_review_pages(Module& module)
{
    add_drafts(module);
    add_items(module);
    add_document(module);
    module.menu({.text = "Rà soát kế hoạch",
                 .path = "/soan-ke-hoach",
                 .order = 11,
                 .permission = &read_drafts});
}

}  // namespace caicach::plan
