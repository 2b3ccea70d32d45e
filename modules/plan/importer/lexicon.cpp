#include "plan/importer/lexicon.hpp"

#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

template <class T>
struct Row {
    std::string_view phrase{};
    T value{};
};

constexpr Row<Label> label_rows[] = {
    {"cơ quan chủ trì", Label::lead},
    {"cơ quan, đơn vị chủ trì", Label::lead},
    {"đơn vị chủ trì", Label::lead},
    {"đơn vị, cá nhân chủ trì", Label::lead},
    {"cơ quan chủ trì thực hiện", Label::lead},
    {"cơ quan chủ trì tham mưu", Label::lead},
    {"cơ quan chủ trì, tham mưu", Label::lead},
    {"đơn vị chủ trì thực hiện", Label::lead},
    {"đơn vị chủ trì tham mưu", Label::lead},
    {"cơ quan chủ trì triển khai", Label::lead},
    {"chủ trì", Label::lead},
    {"giao", Label::lead},
    {"giao cho", Label::lead},
    {"giao thực hiện", Label::lead},
    {"đơn vị được giao", Label::lead},
    {"đơn vị được giao chủ trì", Label::lead},
    {"cơ quan được giao", Label::lead},
    {"người thực hiện", Label::perform},
    {"bộ phận thực hiện", Label::perform},
    {"bộ phận phụ trách", Label::lead},
    {"phụ trách", Label::lead},
    {"chủ trì thực hiện", Label::lead},
    {"chủ trì tham mưu", Label::lead},
    {"chủ trì, tham mưu", Label::lead},
    {"chịu trách nhiệm chủ trì", Label::lead},
    {"cơ quan thực hiện", Label::perform},
    {"cơ quan, đơn vị thực hiện", Label::perform},
    {"đơn vị thực hiện", Label::perform},
    {"đơn vị, địa phương thực hiện", Label::perform},
    {"thực hiện", Label::perform},
    {"tổ chức thực hiện", Label::lead},
    {"phân công thực hiện", Label::lead},
    {"phân công", Label::lead},
    {"trách nhiệm thực hiện", Label::lead},
    {"trách nhiệm chủ trì", Label::lead},
    {"trách nhiệm", Label::lead},
    {"cơ quan chịu trách nhiệm", Label::lead},
    {"đơn vị chịu trách nhiệm", Label::lead},
    {"cơ quan, đơn vị chịu trách nhiệm", Label::lead},
    {"cơ quan chịu trách nhiệm thực hiện", Label::lead},
    {"cơ quan chịu trách nhiệm chủ trì", Label::lead},
    {"cơ quan chịu trách nhiệm chủ trì tham mưu", Label::lead},
    {"chịu trách nhiệm", Label::lead},
    {"cơ quan đầu mối", Label::lead},
    {"đơn vị đầu mối", Label::lead},
    {"đầu mối thực hiện", Label::lead},
    {"cơ quan tham mưu", Label::lead},
    {"đơn vị tham mưu", Label::lead},
    {"đơn vị phụ trách", Label::lead},
    {"cơ quan phối hợp", Label::support},
    {"cơ quan, đơn vị phối hợp", Label::support},
    {"đơn vị phối hợp", Label::support},
    {"cơ quan phối hợp thực hiện", Label::support},
    {"đơn vị phối hợp thực hiện", Label::support},
    {"cơ quan, đơn vị phối hợp thực hiện", Label::support},
    {"phối hợp", Label::support},
    {"phối hợp thực hiện", Label::support},
    {"cơ quan chỉ đạo", Label::direct},
    {"đơn vị chỉ đạo", Label::direct},
    {"chỉ đạo", Label::direct},
    {"cơ quan theo dõi", Label::oversee},
    {"đơn vị theo dõi", Label::oversee},
    {"theo dõi", Label::oversee},
    {"theo dõi, đôn đốc", Label::oversee},
    {"theo dõi, đánh giá", Label::oversee},
    {"theo dõi, giám sát", Label::oversee},
    {"cơ quan theo dõi, đôn đốc", Label::oversee},
    {"đơn vị theo dõi, đôn đốc", Label::oversee},
    {"cơ quan theo dõi, đánh giá", Label::oversee},
    {"đơn vị theo dõi, đánh giá", Label::oversee},
    {"cơ quan theo dõi, giám sát", Label::oversee},
    {"cơ quan theo dõi, đôn đốc, hướng dẫn", Label::oversee},
    {"cơ quan theo dõi, hướng dẫn, đôn đốc", Label::oversee},
    {"theo dõi, đôn đốc, hướng dẫn", Label::oversee},
    {"theo dõi, hướng dẫn, đôn đốc", Label::oversee},
    {"cơ quan hướng dẫn", Label::oversee},
    {"hướng dẫn, đôn đốc", Label::oversee},
    {"cơ quan giám sát", Label::oversee},
    {"cơ quan kiểm tra, đôn đốc", Label::oversee},
    {"cơ quan đôn đốc", Label::oversee},
    {"đôn đốc", Label::oversee},
    {"thời gian", Label::schedule},
    {"thời gian thực hiện", Label::schedule},
    {"thời gian hoàn thành", Label::schedule},
    {"thời gian tổ chức", Label::schedule},
    {"thời gian triển khai", Label::schedule},
    {"thời gian dự kiến", Label::schedule},
    {"thời gian, tiến độ", Label::schedule},
    {"thời gian, địa điểm", Label::schedule},
    {"thời gian và địa điểm", Label::schedule},
    {"địa điểm, thời gian", Label::schedule},
    {"thời gian tiến hành", Label::schedule},
    {"thời hạn", Label::schedule},
    {"thời hạn hoàn thành", Label::schedule},
    {"thời hạn thực hiện", Label::schedule},
    {"thời điểm", Label::schedule},
    {"thời điểm hoàn thành", Label::schedule},
    {"tiến độ", Label::schedule},
    {"tiến độ thực hiện", Label::schedule},
    {"tiến độ hoàn thành", Label::schedule},
    {"hoàn thành", Label::schedule},
    {"tần suất", Label::frequency},
    {"tần suất thực hiện", Label::frequency},
    {"số lượng", Label::frequency},
    {"định mức", Label::frequency},
    {"định kỳ", Label::frequency},
    {"thời lượng, tần suất", Label::frequency},
    {"kinh phí", Label::budget},
    {"kinh phí thực hiện", Label::budget},
    {"nguồn kinh phí", Label::budget},
    {"nguồn kinh phí thực hiện", Label::budget},
    {"dự kiến kinh phí", Label::budget},
    {"kinh phí dự kiến", Label::budget},
    {"dự toán kinh phí", Label::budget},
    {"sản phẩm", Label::product},
    {"sản phẩm dự kiến", Label::product},
    {"sản phẩm đầu ra", Label::product},
    {"sản phẩm hoàn thành", Label::product},
    {"sản phẩm chủ yếu", Label::product},
    {"sản phẩm, kết quả", Label::product},
    {"kết quả", Label::product},
    {"kết quả đầu ra", Label::product},
    {"kết quả, sản phẩm", Label::product},
    {"kết quả dự kiến", Label::product},
    {"đầu ra", Label::product},
    {"đối tượng", Label::audience},
    {"đối tượng tuyên truyền", Label::audience},
    {"đối tượng tham gia", Label::audience},
    {"đối tượng dự thi", Label::audience},
    {"đối tượng tham gia dự thi", Label::audience},
    {"đối tượng truyền thông", Label::audience},
    {"thành phần", Label::audience},
    {"thành phần tham dự", Label::audience},
    {"địa điểm", Label::remark},
    {"ghi chú", Label::remark},
    {"thời lượng", Label::remark},
    {"nội dung tuyên truyền", Label::content},
    {"nội dung truyền thông", Label::content},
    {"nội dung", Label::content},
    {"hình thức", Label::form},
    {"hình thức tuyên truyền", Label::form},
    {"hình thức triển khai", Label::form},
    {"hình thức thực hiện", Label::form},
    {"hình thức truyền thông", Label::form},
};

constexpr Row<Label> column_rows[] = {
    {"stt", Label::ordinal},
    {"tt", Label::ordinal},
    {"số tt", Label::ordinal},
    {"số thứ tự", Label::ordinal},
    {"nội dung", Label::statement},
    {"nội dung tuyên truyền", Label::statement},
    {"nội dung công việc", Label::statement},
    {"nội dung nhiệm vụ", Label::statement},
    {"nội dung, nhiệm vụ", Label::statement},
    {"nội dung thực hiện", Label::statement},
    {"nhiệm vụ", Label::statement},
    {"nhiệm vụ cụ thể", Label::statement},
    {"nhiệm vụ, giải pháp", Label::statement},
    {"tên nhiệm vụ", Label::statement},
    {"hoạt động", Label::statement},
    {"công việc", Label::statement},
    {"mục tiêu, nhiệm vụ", Label::statement},
    {"lĩnh vực, nhiệm vụ", Label::statement},
    {"các nhiệm vụ", Label::statement},
    {"tên công việc", Label::statement},
    {"chỉ tiêu", Label::target},
    {"lĩnh vực, chỉ tiêu", Label::target},
    {"nội dung, chỉ tiêu", Label::target},
    {"tên tiêu chí", Label::target},
    {"các chỉ tiêu", Label::target},
    {"tên chỉ tiêu", Label::target},
    {"nội dung chỉ tiêu", Label::target},
    {"mục tiêu", Label::target},
    {"mục tiêu, chỉ tiêu", Label::target},
    {"mục tiêu cụ thể", Label::target},
    {"đơn vị tính", Label::unit},
    {"đvt", Label::unit},
    {"kế hoạch", Label::value},
    {"kế hoạch năm", Label::value},
    {"chỉ tiêu năm", Label::value},
    {"chỉ tiêu kế hoạch", Label::value},
    {"mục tiêu năm", Label::value},
    {"chỉ tiêu giao", Label::value},
    {"giá trị", Label::value},
    {"mức đạt", Label::value},
    {"mức phấn đấu", Label::value},
    {"tỷ lệ", Label::value},
    {"yêu cầu đạt", Label::value},
    {"thực hiện năm", Label::baseline},
    {"kết quả năm", Label::baseline},
    {"ước thực hiện", Label::baseline},
    {"đơn vị chủ trì", Label::lead},
    {"cơ quan chủ trì", Label::lead},
    {"cơ quan, đơn vị chủ trì", Label::lead},
    {"chủ trì", Label::lead},
    {"cơ quan thực hiện", Label::lead},
    {"đơn vị thực hiện", Label::lead},
    {"cơ quan, đơn vị thực hiện", Label::lead},
    {"đơn vị đầu mối", Label::lead},
    {"cơ quan đầu mối", Label::lead},
    {"cơ quan chịu trách nhiệm", Label::lead},
    {"cơ quan tham mưu", Label::lead},
    {"trách nhiệm thực hiện", Label::lead},
    {"cơ quan phối hợp", Label::support},
    {"đơn vị phối hợp", Label::support},
    {"cơ quan, đơn vị phối hợp", Label::support},
    {"phối hợp", Label::support},
    {"cơ quan theo dõi", Label::oversee},
    {"đơn vị theo dõi", Label::oversee},
    {"theo dõi", Label::oversee},
    {"cơ quan giám sát", Label::oversee},
    {"cơ quan chỉ đạo", Label::oversee},
    {"cơ quan hướng dẫn", Label::oversee},
    {"cơ quan đôn đốc", Label::oversee},
    {"thời gian", Label::schedule},
    {"thời hạn", Label::schedule},
    {"tiến độ", Label::schedule},
    {"thời điểm", Label::schedule},
    {"tần suất", Label::frequency},
    {"số lượng", Label::frequency},
    {"kinh phí", Label::budget},
    {"nguồn kinh phí", Label::budget},
    {"dự toán", Label::budget},
    {"dự kiến kinh phí", Label::budget},
    {"sản phẩm", Label::product},
    {"kết quả", Label::product},
    {"đầu ra", Label::product},
    {"dự kiến sản phẩm", Label::product},
    {"kết quả, sản phẩm", Label::product},
    {"đối tượng", Label::audience},
    {"hình thức", Label::form},
    {"ghi chú", Label::remark},
    {"căn cứ", Label::remark},
};

// The first that fits counts: a heading "Mục tiêu, chỉ tiêu" is one of targets.
constexpr Row<Section> section_rows[] = {
    {"mục tiêu cụ thể", Section::target},
    {"chỉ tiêu", Section::target},
    {"mục tiêu và chỉ tiêu", Section::target},
    {"mục tiêu, chỉ tiêu", Section::target},
    {"mục tiêu, nhiệm vụ", Section::activity},
    {"mục tiêu", Section::purpose},
    {"mục đích", Section::purpose},
    {"mục đích, yêu cầu", Section::purpose},
    {"yêu cầu", Section::purpose},
    {"quan điểm", Section::purpose},
    {"nguyên tắc", Section::purpose},
    {"tình hình", Section::purpose},
    {"sự cần thiết", Section::purpose},
    {"phạm vi", Section::purpose},
    {"đối tượng, phạm vi", Section::purpose},
    {"đối tượng, hình thức", Section::purpose},
    {"đối tượng, thời gian", Section::purpose},
    {"đối tượng, địa điểm", Section::purpose},
    {"đối tượng dự thi", Section::purpose},
    {"đối tượng tham gia dự thi", Section::purpose},
    {"cơ cấu giải thưởng", Section::purpose},
    {"kinh phí", Section::funding},
    {"nguồn kinh phí", Section::funding},
    {"nguồn lực", Section::funding},
    {"tổ chức thực hiện", Section::duty},
    {"tổ chức triển khai", Section::duty},
    {"trách nhiệm", Section::duty},
    {"phân công", Section::duty},
    {"chế độ báo cáo", Section::duty},
    {"chế độ thông tin", Section::duty},
    {"thông tin, báo cáo", Section::duty},
    {"hình thức", Section::channel},
    {"các hình thức", Section::channel},
    {"phương thức", Section::channel},
    {"kênh truyền thông", Section::channel},
    {"hình thức và nhiệm vụ", Section::activity},
    {"nội dung tuyên truyền", Section::topic},
    {"nội dung thông tin", Section::topic},
    {"nội dung truyền thông", Section::topic},
    {"nội dung trọng tâm", Section::topic},
    {"nội dung chủ yếu", Section::topic},
    {"nội dung phổ biến", Section::topic},
    {"nội dung thi", Section::topic},
    {"nội dung tìm hiểu", Section::topic},
    {"nội dung và hình thức", Section::topic},
    {"nội dung, hình thức", Section::topic},
    {"nội dung", Section::activity},
    {"các nội dung", Section::activity},
    {"nhiệm vụ", Section::activity},
    {"nội dung, nhiệm vụ", Section::activity},
    {"giải pháp", Section::activity},
    {"hoạt động", Section::activity},
    {"kế hoạch cụ thể", Section::activity},
    {"danh mục nhiệm vụ", Section::activity},
    {"danh mục", Section::activity},
};

constexpr Row<RoleVerb> role_rows[] = {
    {"chủ trì", RoleVerb::lead},
    {"chịu trách nhiệm chủ trì", RoleVerb::lead},
    {"chịu trách nhiệm chủ trì tham mưu", RoleVerb::lead},
    {"chủ trì tham mưu", RoleVerb::lead},
    {"chịu trách nhiệm", RoleVerb::lead},
    {"chịu trách nhiệm thực hiện", RoleVerb::lead},
    {"có trách nhiệm", RoleVerb::lead},
    {"là cơ quan chủ trì", RoleVerb::lead},
    {"là đơn vị chủ trì", RoleVerb::lead},
    {"làm đầu mối", RoleVerb::lead},
    {"là đầu mối", RoleVerb::lead},
    {"tham mưu", RoleVerb::lead},
    {"thực hiện", RoleVerb::lead},
    {"tổ chức thực hiện", RoleVerb::lead},
    {"triển khai", RoleVerb::lead},
    {"triển khai thực hiện", RoleVerb::lead},
    {"tổ chức triển khai", RoleVerb::lead},
    {"phối hợp", RoleVerb::support},
    {"phối hợp thực hiện", RoleVerb::support},
    {"là cơ quan phối hợp", RoleVerb::support},
    {"có trách nhiệm phối hợp", RoleVerb::support},
    {"chịu trách nhiệm phối hợp", RoleVerb::support},
    {"theo dõi", RoleVerb::oversee},
    {"có trách nhiệm theo dõi", RoleVerb::oversee},
    {"chịu trách nhiệm theo dõi", RoleVerb::oversee},
    {"đôn đốc", RoleVerb::oversee},
    {"hướng dẫn", RoleVerb::oversee},
    {"kiểm tra", RoleVerb::oversee},
    {"giám sát", RoleVerb::oversee},
    {"chỉ đạo", RoleVerb::oversee},
    {"tổng hợp", RoleVerb::oversee},
};

template <class T, std::size_t n>
PhraseTable<T> table_of(const Row<T> (&rows)[n])
{
    PhraseTable<T> table{true};
    for (const auto& row : rows) table.add(row.phrase, row.value);
    return table;
}

}  // namespace

const PhraseTable<Label>& labels()
{
    static const auto table = table_of(label_rows);
    return table;
}

const PhraseTable<Label>& columns()
{
    static const auto table = table_of(column_rows);
    return table;
}

bool begins_with_label(std::string_view text)
{
    // The longest label has some ten words; a colon beyond them belongs to something else.
    const Words words{text.substr(0, 160)};
    const auto hit = label_at(words, 0);
    return hit && words.is(hit->end, ":");
}

const PhraseTable<RoleVerb>& role_verbs()
{
    static const auto table = table_of(role_rows);
    return table;
}

std::string_view stated_target(std::string_view text)
{
    const Words words{text.substr(0, 80)};
    for (const auto* phrase : {"chi tieu cu the", "chi tieu", "muc tieu cu the", "muc tieu"}) {
        const auto end = words.match(0, phrase);
        if (end == 0 || !words.is(end, ":")) continue;
        return text::trim(text.substr(words[end].end));
    }
    return {};
}

std::optional<Section> section_of(std::string_view heading)
{
    static const auto table = table_of(section_rows);
    const Words words{heading.substr(0, 300)};
    // "Các nhiệm vụ …", "Về mục tiêu": what the section is stands within its first words.
    constexpr std::size_t lead_in = 3;
    std::optional<PhraseTable<Section>::Hit> best;
    for (std::size_t at = 0; at <= lead_in && at < words.size(); ++at) {
        if (const auto hit = table.find(words, at)) {
            best = hit;
            break;
        }
    }
    if (!best) return std::nullopt;
    auto section = *best->value;
    // "MỤC TIÊU, CHỈ TIÊU", "NHIỆM VỤ VÀ PHÂN CÔNG": a stronger word may follow the first.
    if (section == Section::purpose || section == Section::channel) {
        for (auto at = best->end; at < words.size() && at < best->end + 3; ++at) {
            const auto hit = table.find(words, at);
            if (!hit) continue;
            if (*hit->value == Section::target) return Section::target;
            if (section == Section::channel && *hit->value == Section::activity) {
                return Section::activity;
            }
        }
    }
    return section;
}

}  // namespace caicach::plan::importer
