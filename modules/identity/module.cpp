#include "identity/module.hpp"

#include <memory>
#include <utility>

#include "identity/access/agency_uses.hpp"
#include "identity/access/me_handlers.hpp"
#include "identity/accounts/account_care_handlers.hpp"
#include "identity/accounts/account_handlers.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/acting/acting_personal_data.hpp"
#include "identity/acting/capacity_handlers.hpp"
#include "identity/acting/delegation_handlers.hpp"
#include "identity/acting/delegation_paper.hpp"
#include "identity/acting/post_handlers.hpp"
#include "identity/api.hpp"
#include "identity/headcount/headcount_handlers.hpp"
#include "identity/messages.hpp"
#include "identity/migrations.hpp"
#include "identity/oidc/oidc_desk.hpp"
#include "identity/oidc/oidc_handlers.hpp"
#include "identity/oidc/oidc_link_handlers.hpp"
#include "identity/oidc/oidc_personal_data.hpp"
#include "identity/passwords/password_desk.hpp"
#include "identity/passwords/password_handlers.hpp"
#include "identity/passwords/password_reset.hpp"
#include "identity/passwords/password_reset_handlers.hpp"
#include "identity/passwords/password_reset_job.hpp"
#include "identity/permissions.hpp"
#include "identity/personal_data.hpp"
#include "identity/resettlement/resettlement_handlers.hpp"
#include "identity/schemas.hpp"
#include "identity/second_factor/own_second_factor_handlers.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/second_factor/second_step_handlers.hpp"
#include "identity/sign_in/sign_in_handlers.hpp"
#include "identity/signers/signer_handlers.hpp"
#include "identity/tokens/api_token_handlers.hpp"

namespace caicach::identity
{

namespace
{

/// A handler that also has the desk. Shared, because handlers are copyable functions.
template <class Function>
http::Handler at(std::shared_ptr<PasswordDesk> desk, Function function)
{
    return [desk = std::move(desk), function](Context& context, const http::Request& request) {
        return function(*desk, context, request);
    };
}

void add_sign_in(Module& module, const std::shared_ptr<PasswordDesk>& desk)
{
    using http::Access;
    const RouteOptions by_code{.rate = http::RouteRate::code};
    module.get("/dang-nhap", Access::anyone, show_sign_in);
    module.post("/dang-nhap", Access::anyone, at(desk, create_session_by_password));
    module.get("/dang-nhap/buoc-hai", Access::anyone, show_second_step);
    module.post("/dang-nhap/buoc-hai", Access::anyone, at(desk, create_session_by_code));
    module.get("/dang-nhap/{token}", Access::anyone, show_sign_in_link, by_code);
    module.post("/dang-nhap/{token}", Access::anyone, create_session, by_code);
    module.post("/dang-xuat", Access::signed_in, remove_session);
    module.get("/loi-moi/{token}", Access::anyone, show_invitation, by_code);
    module.post("/loi-moi/{token}", Access::anyone, at(desk, accept_invitation), by_code);
    module.get("/tai-khoan/cua-toi", Access::signed_in, show_own_account);
    module.post("/tai-khoan/cua-toi/mat-khau", Access::signed_in, at(desk, change_password));
    module.post("/tai-khoan/cua-toi/phien", Access::signed_in, end_sessions);
    module.get("/tai-khoan/cua-toi/hai-buoc", Access::signed_in, show_own_second_factor);
    module.post("/tai-khoan/cua-toi/hai-buoc", Access::signed_in,
                at(desk, change_own_second_factor));
    module.get("/tai-khoan/cua-toi/hai-buoc/dien-thoai", Access::signed_in, show_own_enrolment);
    module.post("/tai-khoan/cua-toi/hai-buoc/dien-thoai", Access::signed_in, enrol_own_telephone);
    module.get("/.well-known/change-password", Access::anyone, show_where_to_change_password);
}

/// A password that was forgotten.
void add_reset(Module& module, const std::shared_ptr<PasswordDesk>& desk)
{
    using http::Access;
    const RouteOptions by_code{.rate = http::RouteRate::code};
    module.get("/quen-mat-khau", Access::anyone, show_forgotten);
    module.post("/quen-mat-khau", Access::anyone, at(desk, ask_for_reset),
                {.rate = http::RouteRate::reset});
    module.get("/quen-mat-khau/{token}", Access::anyone, show_reset, by_code);
    module.post("/quen-mat-khau/{token}", Access::anyone, at(desk, accept_reset), by_code);
    module.job(reset_job, {}, run_reset_job);
    module.audits({"identity.password_reset.asked", "xin đặt lại mật khẩu qua thư"});
    module.audits({"identity.password.reset", "đặt lại mật khẩu qua thư"});
}

void add_tokens(Module& module, const std::shared_ptr<PasswordDesk>& desk)
{
    using http::Access;
    const auto administrators = Access::holder_of(manage_accounts.key);
    module.get("/tai-khoan/cua-toi/ma-truy-cap", Access::signed_in, show_own_tokens);
    module.post("/tai-khoan/cua-toi/ma-truy-cap", Access::signed_in, at(desk, post_token));
    module.post("/tai-khoan/cua-toi/ma-truy-cap/thu-hoi", Access::signed_in, post_own_revocation);
    module.get("/tai-khoan/ma-truy-cap", administrators, show_tokens,
               {.reads_personal_data = "identity.tokens.listed"});
    module.post("/tai-khoan/ma-truy-cap/thu-hoi", administrators, post_token_revocation);
    module.get("/api/v1/me", Access::signed_in, show_me,
               {.summary = "Who is asking, by what, how often they may, and what they may do",
                .answer = "Me"});
    for (const auto& schema : schemas::all) module.schema({schema.name, schema.text});
    module.audits({"identity.token.created", "tạo mã truy cập API"});
    module.audits({"identity.token.revoked", "thu hồi mã truy cập API"});
    module.audits_about({"token", "mã truy cập API", {}});
}

void add_accounts(Module& module)
{
    const auto administrators = http::Access::holder_of(manage_accounts.key);
    module.get("/tai-khoan", administrators, show_accounts,
               {.reads_personal_data = "identity.accounts.listed"});
    module.post("/tai-khoan", administrators, post_account);
    module.get("/tai-khoan/them-moi", administrators, show_new_account);
    module.get("/tai-khoan/{account}", administrators, show_account,
               {.reads_personal_data = "identity.account.read"});
    module.post("/tai-khoan/{account}/vai-tro", administrators, post_grant);
    module.post("/tai-khoan/{account}/vai-tro/thu-hoi", administrators, post_revocation);
    module.post("/tai-khoan/{account}/giay-moi", administrators, post_invitation,
                {.rate = http::RouteRate::slip});
    module.post("/tai-khoan/{account}/phien", administrators, post_sessions_end);
    module.get("/tai-khoan/{account}/khoa", administrators, show_disabling,
               {.reads_personal_data = "identity.account.read"});
    module.post("/tai-khoan/{account}/khoa", administrators, post_disabling);
    module.get("/tai-khoan/{account}/mo-lai", administrators, show_reopening,
               {.reads_personal_data = "identity.account.read"});
    module.post("/tai-khoan/{account}/mo-lai", administrators, post_reopening);
    module.get("/tai-khoan/{account}/hai-buoc", administrators, show_second_factor_removal,
               {.reads_personal_data = "identity.account.read"});
    module.post("/tai-khoan/{account}/hai-buoc", administrators, post_second_factor_removal);
    module.menu(
        {.text = "Tài khoản", .path = "/tai-khoan", .order = 90, .permission = &manage_accounts});
}

/// Signing in at a provider, and which account is whose there.
void add_oidc(Module& module)
{
    using http::Access;
    // Shared, as the one of passwords.
    const auto desk = std::make_shared<OidcDesk>();
    const auto administrators = Access::holder_of(manage_accounts.key);
    module.get("/dang-nhap/dinh-danh", Access::anyone,
               [desk](Context& context, const http::Request& request) {
                   return leave_for_provider(*desk, context, request);
               });
    module.get("/dang-nhap/dinh-danh/tro-ve", Access::anyone,
               [desk](Context& context, const http::Request& request) {
                   return return_from_provider(*desk, context, request);
               });
    module.get("/tai-khoan/{account}/dinh-danh", administrators, show_oidc_link,
               {.reads_personal_data = "identity.account.read"});
    module.post("/tai-khoan/{account}/dinh-danh", administrators, post_oidc_link);
    module.post("/tai-khoan/{account}/dinh-danh/go", administrators, post_oidc_unlinking);
    add_oidc_personal_data(module);
}

void add_acting(Module& module)
{
    using http::Access;
    const auto administrators = Access::holder_of(manage_accounts.key);
    module.post("/tai-khoan/tu-cach", Access::signed_in, choose_capacity);
    const RouteOptions reads{.reads_personal_data = "identity.account.read"};
    module.get("/tai-khoan/{account}/chuc-vu", administrators, show_posts, reads);
    module.post("/tai-khoan/{account}/chuc-vu", administrators, post_post);
    module.post("/tai-khoan/{account}/chuc-vu/thoi", administrators, post_post_end);
    module.post("/tai-khoan/{account}/chuc-vu/chinh", administrators, post_main_post);
    module.get("/tai-khoan/sap-xep", administrators, show_left_behind,
               {.reads_personal_data = "identity.accounts.listed"});
    module.get("/tai-khoan/{account}/chuyen", administrators, show_resettlement, reads);
    module.post("/tai-khoan/{account}/chuyen", administrators, post_resettlement);
    module.get("/uy-quyen", Access::signed_in, show_delegations, reads);
    module.post("/uy-quyen", Access::signed_in, post_delegation);
    module.get("/uy-quyen/moi", Access::signed_in, show_new_delegation, reads);
    module.get("/uy-quyen/giay-uy-quyen.docx", Access::signed_in, download_delegation_paper, reads);
    module.get("/uy-quyen/giay-uy-quyen.pdf", Access::signed_in, download_printed_delegation_paper,
               reads);
    module.post("/uy-quyen/ket-thuc", Access::signed_in, post_delegation_end);
}

void add_signers(Module& module)
{
    const auto managers = http::Access::holder_of(manage_signers.key);
    module.permission(manage_signers);
    module.get("/nguoi-ky", managers, show_signers);
    module.post("/nguoi-ky", managers, post_signer);
    module.post("/nguoi-ky/ket-thuc", managers, post_signer_end);
    module.menu(
        {.text = "Người ký", .path = "/nguoi-ky", .order = 33, .permission = &manage_signers});
    module.audits({"identity.signer.added", "ghi người ký văn bản"});
    module.audits({"identity.signer.ended", "cho thôi ký văn bản"});
}

void add_headcount(Module& module)
{
    const auto keepers = http::Access::holder_of(manage_headcount.key);
    module.permission(manage_headcount);
    module.get("/so-nguoi-lam-viec", keepers, show_headcount);
    module.post("/so-nguoi-lam-viec", keepers, post_headcount);
    module.post("/so-nguoi-lam-viec/bang", keepers, post_headcount_table);
    module.get("/so-nguoi-lam-viec/tep.csv", keepers, export_headcount);
    module.menu({.text = "Số người",
                 .path = "/so-nguoi-lam-viec",
                 .order = 66,
                 .permission = &manage_headcount});
    module.audits({"identity.headcount.saved", "ghi số người làm việc"});
}

void add_audited(Module& module)
{
    module.audits({"identity.capacity.chosen", "đổi tư cách làm việc"});
    module.audits({"identity.account.resettled", "chuyển tài khoản sau sắp xếp"});
    module.audits({"identity.post.added", "thêm chức vụ"});
    module.audits({"identity.post.ended", "cho thôi chức vụ"});
    module.audits({"identity.post.made_main", "đổi cơ quan của tài khoản"});
    module.audits({"identity.delegation.made", "ủy quyền"});
    module.audits({"identity.delegation.ended", "kết thúc ủy quyền"});
    module.audits({"identity.account.created", "mở tài khoản"});
    module.audits({"identity.account.disabled", "khóa tài khoản"});
    module.audits({"identity.account.reopened", "mở lại tài khoản"});
    module.audits({"identity.second_factor.enrolled", "đặt xác thực hai bước"});
    module.audits({"identity.second_factor.removed", "gỡ xác thực hai bước"});
    module.audits({"identity.second_step.refused", "gõ sai mã xác thực"});
    module.audits({"identity.recovery_code.used", "dùng một mã dự phòng"});
    module.audits({"identity.recovery_codes.renewed", "làm bộ mã dự phòng mới"});
    module.audits({"identity.account.corrected", "chỉnh sửa dữ liệu của tài khoản"});
    module.audits({"identity.account.erased", "xóa dữ liệu của tài khoản"});
    module.audits({"identity.account.read", "xem tài khoản", true});
    module.audits({"identity.accounts.listed", "thấy trong danh sách tài khoản", true});
    module.audits({"identity.tokens.listed", "thấy trong danh sách mã truy cập", true});
    module.audits({"identity.role.granted", "giao vai trò"});
    module.audits({"identity.role.revoked", "thôi giao vai trò"});
    module.audits({"identity.session.created", "đăng nhập"});
    module.audits({"identity.session.removed", "đăng xuất"});
    module.audits({"identity.session.ended", "kết thúc phiên đăng nhập ở nơi khác"});
    module.audits({"identity.session.refused", "bị từ chối đăng nhập"});
    module.audits({"identity.password.set", "đặt mật khẩu"});
    module.audits({"identity.password.changed", "đổi mật khẩu"});
    module.audits({"identity.invitation.made", "làm giấy mời"});
    module.audits({"identity.oidc.linked", "nối tài khoản với hệ thống định danh"});
    module.audits({"identity.oidc.unlinked", "thôi nối tài khoản với hệ thống định danh"});
    module.audits({"identity.sample_links.made", "tạo liên kết đăng nhập mẫu"});
    module.audits_about({"account", "tài khoản", {}});
    module.audits_about({"province", "toàn tỉnh", {}});
}

}  // namespace

Module module()
{
    Module module("identity");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.permission(manage_accounts);
    const auto desk = std::make_shared<PasswordDesk>();
    add_sign_in(module, desk);
    add_reset(module, desk);
    add_tokens(module, desk);
    add_accounts(module);
    add_oidc(module);
    add_acting(module);
    add_signers(module);
    add_headcount(module);
    add_audited(module);
    module.check({"identity.second_factor", "Tệp khóa mở được mọi xác thực hai bước",
                  find_unreadable_secrets});
    add_personal_data(module);
    // Erased before the account, whose name they look for.
    add_acting_personal_data(module);
    module.on<organisation::AgencyUsesAsked>(tell_uses);
    return module;
}

bool hashes_password(http::Method method, std::string_view path)
{
    return method == http::Method::post &&
           (path == sign_in_path() || path.starts_with("/loi-moi/") ||
            path.starts_with(forgotten_path() + "/") || path == own_account_path() + "/mat-khau" ||
            path == own_tokens_path() || path == own_second_factor_path());
}

bool asks_provider(std::string_view path) { return path.starts_with(oidc_path()); }

}  // namespace caicach::identity
