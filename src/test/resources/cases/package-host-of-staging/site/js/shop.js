window.api = "https://staging.example.com/api/";
