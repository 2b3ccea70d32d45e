#include "personal_data/module.hpp"

#include <utility>

#include "personal_data/consent.hpp"
#include "personal_data/desk_handlers.hpp"
#include "personal_data/messages.hpp"
#include "personal_data/migrations.hpp"
#include "personal_data/own_data_handlers.hpp"
#include "personal_data/paths.hpp"
#include "personal_data/permissions.hpp"
#include "personal_data/recount.hpp"
#include "personal_data/reply.hpp"
#include "personal_data/request_store.hpp"

namespace caicach::personal_data
{

namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> request_rows(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    const auto requests = TRY(RequestStore{transaction}.of_account(account));
    Rows rows;
    rows.reserve(requests.size());
    for (const auto& one : requests) {
        rows.push_back({one.code, std::string(text_of(one.kind)), one.wish, one.contact,
                        std::string(text_of(one.state)), one.received_on.vietnamese(),
                        one.finish_by.vietnamese(), one.answer});
    }
    return rows;
}

Result<Rows> consent_rows(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    const auto said = TRY(Consents{transaction}.history(account));
    Rows rows;
    rows.reserve(said.size());
    for (const auto& one : said) {
        rows.push_back({Date::of(one.at).vietnamese(), one.purpose, std::to_string(one.wording),
                        one.is_given ? "Đồng ý" : "Rút lại", one.wording_hash});
    }
    return rows;
}

Result<void> erase_requests(Context& /*context*/, database::Transaction& transaction,
                            AccountId account)
{
    return RequestStore{transaction}.forget_words_of(account);
}

Result<void> erase_consents(Context& context, database::Transaction& transaction, AccountId account)
{
    return Consents{transaction}.withdraw_all(context, account);
}

void add_own_data(Module& module)
{
    using http::Access;
    module.get("/tai-khoan/cua-toi/du-lieu", Access::signed_in, show_own_data);
    module.get("/tai-khoan/cua-toi/du-lieu/tep.zip", Access::signed_in, download_own_data);
    module.post("/tai-khoan/cua-toi/du-lieu/dong-y", Access::signed_in, post_consent);
    module.post("/tai-khoan/cua-toi/du-lieu/yeu-cau", Access::signed_in, post_own_request);
}

void add_desk(Module& module)
{
    const auto clerks = http::Access::holder_of(receive_requests.key);
    const auto appointed = http::Access::holder_of(answer_requests.key);
    const RouteOptions lists{.reads_personal_data = "personal_data.requests.listed"};
    const RouteOptions reads{.reads_personal_data = "personal_data.request.read"};
    module.get("/du-lieu-ca-nhan", clerks, show_requests, lists);
    module.post("/du-lieu-ca-nhan", clerks, post_request);
    module.get("/du-lieu-ca-nhan/danh-sach.csv", clerks, export_requests, lists);
    module.get("/du-lieu-ca-nhan/tiep-nhan", clerks, show_new_request);
    module.get("/du-lieu-ca-nhan/{request}", clerks, show_request, reads);
    module.get("/du-lieu-ca-nhan/{request}/tra-loi.docx", clerks, download_reply, reads);
    module.get("/du-lieu-ca-nhan/{request}/tra-loi.pdf", clerks, download_printed_reply, reads);
    // A form that is refused is shown anew, with the person on it.
    module.post("/du-lieu-ca-nhan/{request}/xac-nhan", appointed, post_acknowledgement, reads);
    module.post("/du-lieu-ca-nhan/{request}/gia-han", appointed, post_extension, reads);
    module.post("/du-lieu-ca-nhan/{request}/tra-loi", appointed, post_answer, reads);
    module.menu({.text = "Dữ liệu cá nhân",
                 .path = "/du-lieu-ca-nhan",
                 .order = 92,
                 .permission = &receive_requests});
}

Result<std::optional<AuditedPage>> page_of_request(database::Transaction& transaction,
                                                   std::int64_t object, Date /*today*/)
{
    const auto request = TRY(RequestStore{transaction}.find(RequestId{object}));
    return AuditedPage{.title = request.code, .path = request_path(request.code)};
}

void add_audited(Module& module)
{
    module.audits({"personal_data.request.received", "nhận yêu cầu về dữ liệu cá nhân"});
    module.audits({"personal_data.request.acknowledged", "xác nhận đã nhận yêu cầu"});
    module.audits({"personal_data.request.extended", "gia hạn yêu cầu"});
    module.audits({"personal_data.request.recounted", "tính lại hạn theo lịch làm việc mới"});
    module.audits({"personal_data.request.done", "trả lời: đã thực hiện yêu cầu"});
    module.audits({"personal_data.request.refused", "trả lời: từ chối yêu cầu"});
    module.audits({"personal_data.request.read", "xem yêu cầu về dữ liệu cá nhân", true});
    module.audits({"personal_data.requests.listed", "thấy trong danh sách yêu cầu", true});
    module.audits({"personal_data.consent.given", "đồng ý cho dùng dữ liệu"});
    module.audits({"personal_data.consent.withdrawn", "rút lại sự đồng ý"});
    module.audits({"personal_data.downloaded", "tải dữ liệu của mình"});
    module.audits_about({"personal_data.request", "yêu cầu về dữ liệu cá nhân", page_of_request});
}

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "yeu-cau",
         .title = "Yêu cầu về dữ liệu cá nhân",
         .columns = {"Mã", "Yêu cầu", "Nội dung", "Nơi nhận trả lời", "Tình trạng", "Ngày nhận",
                     "Thực hiện chậm nhất ngày", "Trả lời"},
         .rows = request_rows,
         .erase = erase_requests,
         .kept = "Nội dung và nơi nhận trả lời bị xóa; loại yêu cầu, ngày tháng, trả lời ở lại để "
                 "chứng minh đã giải quyết đúng hạn.",
         .tables = {"personal_data_request"}});
    module.personal_data({.key = "dong-y",
                          .title = "Điều đã đồng ý, đã rút lại",
                          .columns = {"Ngày", "Mục đích", "Bản lời", "Nói gì", "SHA-256 của lời"},
                          .rows = consent_rows,
                          .erase = erase_consents,
                          .kept =
                              "Mọi sự đồng ý được rút lại; các dòng ở lại để chứng minh dữ liệu "
                              "đã được dùng đúng lúc được phép.",
                          .tables = {"personal_data_consent"}});
}

}  // namespace

Module module()
{
    Module module("personal_data");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.permission(receive_requests);
    module.permission(answer_requests);
    add_own_data(module);
    add_desk(module);
    module.on<organisation::CalendarChanged>(recount);
    add_audited(module);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::personal_data
